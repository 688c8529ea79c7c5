import type { ReactNode } from "react";
import { onServer, useUsable } from "../lib/drawn.ts";

/**
 * A part that a browser may see otherwise than the server, since they have other tables of time zones. It stays as the server has
 * drawn it until the page can be used, and is then drawn by the page.
 */
export function AsDrawn({ children }: { children: ReactNode }) {
  const usable = useUsable();
  if (usable || onServer) return <div className="contents">{children}</div>;
  // what stands there React leaves alone
  return (
    <div key="drawn" className="contents" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: "" }} />
  );
}
