import { Link, type LinkProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { classNames } from "./class-names.ts";

/** `primary` once per view; `quiet` beside it; `plain` inside dense lists; `danger` for what cannot be taken back. */
export type ButtonTone = "primary" | "quiet" | "plain" | "danger";
export type ButtonSize = "small" | "medium";

const TONES: Record<ButtonTone, string> = {
  primary: "bg-primary text-white border-primary hover:bg-primary-dark pressed:bg-primary-dark",
  quiet: "bg-surface text-ink border-[#cbc5b7] hover:border-primary hover:bg-primary-on/40 pressed:bg-primary-on",
  plain: "bg-transparent text-primary border-transparent hover:bg-primary-on pressed:bg-primary-on",
  danger: "bg-surface text-overlap border-overlap hover:bg-overlap-on pressed:bg-overlap-on",
};
const SIZES: Record<ButtonSize, string> = {
  small: "min-h-7 px-2.5 py-0.5 text-[13px]/5",
  medium: "min-h-9 px-3 py-1.5 text-[13px]/5",
};

const ICON_SIZES: Record<ButtonSize, string> = {
  small: "size-7 [&>svg]:size-4",
  medium: "size-8 [&>svg]:size-4.5",
};
const BASE =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border text-center font-semibold no-underline transition-colors disabled:cursor-default disabled:opacity-50 print:hidden";

/** The looks of a button, for an element of another library. */
export const buttonClass = (tone: ButtonTone = "quiet", size: ButtonSize = "medium"): string =>
  classNames(BASE, TONES[tone], SIZES[size]);

/** The looks of a square button that holds an icon alone. */
export const iconButtonClass = (tone: ButtonTone = "plain", size: ButtonSize = "medium"): string =>
  classNames(BASE, TONES[tone], ICON_SIZES[size]);

export interface ButtonProps extends Omit<AriaButtonProps, "className" | "style"> {
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  readonly className?: string;
}

export function Button({ tone, size, className, ...props }: ButtonProps) {
  return <AriaButton {...props} className={classNames(buttonClass(tone, size), className)} />;
}

export interface IconButtonProps extends Omit<ButtonProps, "aria-label" | "children"> {
  /** What it does, in words: read aloud and shown as the tooltip of the pointer. */
  readonly label: string;
  readonly children: ReactNode;
}

export function IconButton({ label, tone, size, className, children, ...props }: IconButtonProps) {
  return (
    <AriaButton
      {...props}
      aria-label={label}
      className={classNames(iconButtonClass(tone, size), "relative", className)}
    >
      {/* The library's button takes no title; what lies over it does. */}
      <span title={label} className="absolute inset-0" aria-hidden="true" />
      {children}
    </AriaButton>
  );
}

export interface LinkButtonProps extends Omit<LinkProps, "to" | "className"> {
  readonly href: string;
  readonly tone?: ButtonTone;
  readonly size?: ButtonSize;
  readonly className?: string;
}

export function LinkButton({ href, tone, size, className, ...props }: LinkButtonProps) {
  return <Link {...props} to={href} className={classNames(buttonClass(tone, size), className)} />;
}
