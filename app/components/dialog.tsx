import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "#app/text/use-translation.ts";
import { IconButton } from "./button.tsx";
import { classNames } from "./class-names.ts";

export interface DialogProps {
  readonly heading: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: "narrow" | "wide";
  /** For a question that must be answered before anything else. */
  readonly role?: "dialog" | "alertdialog";
}

/** A modal box; Escape, the cross and a press outside close it, and focus goes back to where it was. */
export function Dialog({ heading, isOpen, onClose, children, width = "narrow", role = "dialog" }: DialogProps) {
  const { t } = useTranslation("common");
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === "dialog"}
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-ink/40 p-3 pt-[8vh]"
    >
      <Modal className={classNames("w-full", width === "wide" ? "max-w-2xl" : "max-w-md")}>
        <AriaDialog role={role} className="rounded-xl bg-surface p-5 shadow-pop outline-none">
          <div className="mb-3 flex items-start justify-between gap-3">
            <Heading slot="title" className="text-lg/7">
              {heading}
            </Heading>
            <IconButton label={t("actions.close")} onPress={onClose}>
              <X aria-hidden="true" />
            </IconButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
