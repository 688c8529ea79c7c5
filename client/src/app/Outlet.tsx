import { createContext, type ReactNode, useContext } from "react";

const Inner = createContext<ReactNode>(null);

/** In a page around others: the one that the address names. */
export const Outlet = () => useContext(Inner);

export const OutletFor = ({ inner, children }: { inner: ReactNode; children: ReactNode }) => (
  <Inner value={inner}>{children}</Inner>
);
