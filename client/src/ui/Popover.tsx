import type { ReactNode } from "react";
import { later } from "./later.tsx";
import { useOpened } from "./useOpened.ts";
import { type PopupProps, usePopup } from "./usePopup.ts";

export interface PopoverProps extends PopupProps {
  /** What opens, for screen readers. */
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end" | undefined;
}

const PopoverPopup = later(async () => (await import("./PopoverPopup.tsx")).PopoverPopup);

/** A small panel at a button: an emoji picker, a person's card. */
export function Popover({ label, children, align = "start", ...props }: PopoverProps) {
  const [button, place] = usePopup(props, "dialog");
  return (
    <>
      {button}
      {useOpened(place.open) && (
        <PopoverPopup {...place} label={label} align={align}>
          {children}
        </PopoverPopup>
      )}
    </>
  );
}
