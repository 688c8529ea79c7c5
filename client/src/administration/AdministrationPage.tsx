import { canRunCompany, canSeeAdministration } from "@meridian/shared/people";
import { useEffect, useRef } from "react";
import { NotFound } from "../app/NotFound.tsx";
import { Outlet } from "../app/Outlet.tsx";
import { useMe } from "../lib/access.ts";
import { useLocation } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { NavLink } from "../ui/Link.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";

const sections = [
  "people",
  "invitations",
  "offices",
  "channels",
  "rules",
  "screening",
  "audit",
  "company",
] as const;

/** What those who run the company look after; an auditor reads it. */
export function AdministrationPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // on a phone the open section may lie beyond the edge
    nav.current?.querySelector("[aria-current=page]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [pathname]);
  if (!canSeeAdministration(me)) return <NotFound />;
  const open = sections.find((section) => pathname === `/administration/${section}`);
  return (
    <>
      <PageHeader
        title={t("settings.admin")}
        section={open && t(`administration.${open}`)}
        text={canRunCompany(me) ? undefined : t("administration.readOnly")}
      />
      <nav
        ref={nav}
        aria-label={t("administration.sections")}
        className="flex gap-1 overflow-x-auto border-b border-line px-2 [scrollbar-width:none]"
      >
        {sections.map((section) => (
          <NavLink
            key={section}
            to={`/administration/${section}`}
            className="-mb-px inline-flex min-h-10 items-center border-b-2 border-transparent px-2.5 text-sm font-semibold whitespace-nowrap text-soft -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
          >
            {t(`administration.${section}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
