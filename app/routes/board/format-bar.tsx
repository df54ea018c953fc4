import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, Italic, Link2, List, ListOrdered } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
import { ToggleButton, Toolbar } from "react-aria-components";
import { Button } from "#app/components/button.tsx";
import { inputClass } from "#app/components/field.tsx";
import { useTranslation } from "#app/text/use-translation.ts";
import { isLinkAddress } from "#domain/board-doc/schema.ts";

/** The few things a description can do; painted when one of them goes on or off. */
export const FormatBar = memo(function FormatBar({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation("card");
  const [isLinking, setLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bulletList: now.isActive("bulletList"),
      orderedList: now.isActive("orderedList"),
      link: now.isActive("link"),
    }),
  });
  const chain = () => editor.chain().focus();
  return (
    <div className="border-b border-line px-1 py-0.5 print:hidden">
      <Toolbar aria-label={t("format.label")} className="flex gap-0.5">
        <Tool label={t("format.bold")} isOn={on.bold} run={() => chain().toggleBold().run()}>
          <Bold />
        </Tool>
        <Tool label={t("format.italic")} isOn={on.italic} run={() => chain().toggleItalic().run()}>
          <Italic />
        </Tool>
        <Tool label={t("format.bulletList")} isOn={on.bulletList} run={() => chain().toggleBulletList().run()}>
          <List />
        </Tool>
        <Tool label={t("format.orderedList")} isOn={on.orderedList} run={() => chain().toggleOrderedList().run()}>
          <ListOrdered />
        </Tool>
        <Tool
          label={t(on.link ? "format.linkRemove" : "format.link")}
          isOn={on.link}
          run={() => (on.link ? chain().extendMarkRange("link").unsetLink().run() : setLinking(true))}
        >
          <Link2 />
        </Tool>
      </Toolbar>
      {isLinking && (
        <LinkForm
          onSet={(href) => {
            setLinking(false);
            const hasText = !editor.state.selection.empty;
            if (hasText) chain().setLink({ href }).run();
            else
              chain()
                .insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] })
                .run();
          }}
        />
      )}
    </div>
  );
});

interface ToolProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly run: () => void;
  readonly children: ReactNode;
}

function Tool({ label, isOn, run, children }: ToolProps) {
  return (
    <ToggleButton
      aria-label={label}
      isSelected={isOn}
      onChange={run}
      className="grid size-7 place-items-center rounded-sm text-muted hover:bg-sand selected:bg-primary-on selected:text-primary [&>svg]:size-4"
    >
      {children}
    </ToggleButton>
  );
}

function LinkForm({ onSet }: { readonly onSet: (href: string) => void }) {
  const { t } = useTranslation("card");
  const [text, setText] = useState("");
  const [isRefused, setRefused] = useState(false);
  const typed = text.trim();
  const href = /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`;
  return (
    <form
      className="flex flex-wrap items-center gap-1.5 p-1"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== "" && isLinkAddress(href)) onSet(href);
        else setRefused(true);
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: the field appears because its button was pressed
        autoFocus
        aria-label={t("format.linkAddress")}
        aria-invalid={isRefused || undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${inputClass} min-w-0 flex-1`}
      />
      <Button type="submit" size="small">
        {t("format.linkSet")}
      </Button>
      {isRefused && <p className="w-full text-[13px]/5 font-medium text-overlap">{t("format.linkInvalid")}</p>}
    </form>
  );
}
