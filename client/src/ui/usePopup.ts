import {
  type ButtonHTMLAttributes,
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  useId,
  useState,
} from "react";

export type PopupTrigger = ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>;

export interface PopupProps {
  /** The button that opens it, such as an IconButton. */
  trigger: PopupTrigger;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/** What the code of a popup, which comes later, needs of its button. */
export interface PopupPlace {
  button: () => HTMLElement | null;
  open: boolean;
  /** Opened by a key: the first choice has the focus at once. */
  byKey: boolean;
  onOpenChange: (open: boolean, details: { reason: string; event: Event }) => void;
}

/** A button that opens a popup. The popup is no part of the page until then: a stream has three for each post. */
export function usePopup(
  { trigger, open: given, onOpenChange }: PopupProps,
  kind: "menu" | "dialog",
): [ReactElement, PopupPlace] {
  const id = useId();
  const [own, setOwn] = useState(false);
  const [byKey, setByKey] = useState(false);
  const open = given ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const button = cloneElement(trigger, {
    id,
    "aria-haspopup": kind,
    "aria-expanded": open,
    ...(open && { "data-popup-open": "" }),
    onClick: (event: MouseEvent<HTMLButtonElement>) => {
      trigger.props.onClick?.(event);
      // a click that comes of a key has no count
      setByKey(event.detail === 0);
      change(!open);
    },
    onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => {
      trigger.props.onKeyDown?.(event);
      if (kind !== "menu" || open || event.key !== "ArrowDown") return;
      event.preventDefault();
      setByKey(true);
      change(true);
    },
  });
  const place: PopupPlace = {
    button: () => document.getElementById(id),
    open,
    byKey,
    onOpenChange: (next, { event }) => {
      // a press on the button closes by its click
      const onButton = event.target instanceof Element && event.target.closest(`#${CSS.escape(id)}`);
      if (!(onButton && event.type !== "keydown")) change(next);
    },
  };
  return [button, place];
}
