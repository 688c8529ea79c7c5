import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

const Place = createContext<HTMLElement | null>(null);

export const AsideProvider = ({ place, children }: { place: HTMLElement | null; children: ReactNode }) => (
  <Place value={place}>{children}</Place>
);

/** What a page shows in the column beside it, where there is room for one. */
export function Aside({ children }: { children: ReactNode }) {
  const place = useContext(Place);
  return place && createPortal(children, place);
}
