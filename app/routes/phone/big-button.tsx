import { Button, type ButtonProps } from "#app/components/button.tsx";
import { classNames } from "#app/components/class-names.ts";

/** The one button of a task. */
export function BigButton({ tone = "primary", className, ...props }: ButtonProps) {
  return <Button {...props} tone={tone} className={classNames("min-h-12 w-full px-4 text-base/6", className)} />;
}
