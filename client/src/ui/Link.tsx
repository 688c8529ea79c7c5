import { type ComponentProps, type MouseEvent, useEffect } from "react";
import { go, hrefOf, type To, useLocation } from "../lib/navigation.ts";

interface LinkProps extends Omit<ComponentProps<"a">, "href"> {
  to: To;
  replace?: boolean;
  /** Handed on to the page. */
  state?: unknown;
}

/** A link to a page of ours, which opens without loading everything anew. */
export function Link({ to, replace, state, onClick, children, ...rest }: LinkProps) {
  const href = hrefOf(to);
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    // another tab, another window, a download: as the browser does it
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (event.defaultPrevented || elsewhere) return;
    event.preventDefault();
    const same = href === location.pathname + location.search + location.hash;
    void go(to, { replace: replace ?? same, state });
  };
  return (
    <a {...rest} href={href} onClick={press}>
      {children}
    </a>
  );
}

/** A link that says when it leads to where the reader is; with `end` only exactly there, not below. */
export function NavLink({ end = false, ...rest }: LinkProps & { end?: boolean }) {
  const { pathname } = useLocation();
  const [path = ""] = hrefOf(rest.to).split("?");
  const current = pathname === path || (!end && pathname.startsWith(`${path}/`));
  return <Link {...rest} {...(current && { "aria-current": "page" as const })} />;
}

/** Leads on at once. */
export function Navigate({ to }: { to: string }) {
  useEffect(() => void go(to, { replace: true }), [to]);
  return null;
}
