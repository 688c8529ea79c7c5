import type { ReactNode } from "react";
import { later } from "./later.tsx";
import { useOpened } from "./useOpened.ts";
import { type PopupProps, usePopup } from "./usePopup.ts";

export interface MenuProps extends PopupProps {
  /** MenuChoices and MenuLines. In what a first page draws: a part that comes later and draws them. */
  children: ReactNode;
  align?: "start" | "center" | "end" | undefined;
}

const MenuPopup = later(async () => (await import("./MenuPopup.tsx")).MenuPopup);

export function Menu({ children, align = "end", ...props }: MenuProps) {
  const [button, place] = usePopup(props, "menu");
  return (
    <>
      {button}
      {useOpened(place.open) && (
        <MenuPopup {...place} align={align}>
          {children}
        </MenuPopup>
      )}
    </>
  );
}
