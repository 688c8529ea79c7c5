import type { Person } from "@meridian/shared/people";
import { useQuery } from "@tanstack/react-query";
import { MessagesSquare, Pencil, UserX } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { CallError } from "../lib/call.ts";
import { useParams } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { Feed } from "../posts/Feed.tsx";
import { buttonClasses } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Link, Navigate } from "../ui/Link.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { PersonHead } from "./PersonHead.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import { personByHandleQuery } from "./queries.ts";

/** Somebody's profile and what they posted. */
export function PersonPage() {
  const { t } = useTranslation();
  const handle = useParams()["handle"]!.toLowerCase();
  const query = useQuery(personByHandleQuery(handle));
  // a handle of before, of theirs or of an account that was merged into theirs
  if (query.data && query.data.handle !== handle) return <Navigate to={`/people/${query.data.handle}`} />;
  if (query.data) return <Profile key={query.data.id} person={query.data} />;
  const missing = query.error instanceof CallError && query.error.code === "not_found";
  const directory = (
    <Link to="/people" className={buttonClasses("primary")}>
      {t("people.directory")}
    </Link>
  );
  return (
    <>
      <PageHeader title={missing ? t("app.notFound") : t("people.profile")} />
      {missing ? (
        <Empty
          icon={UserX}
          title={t("people.notFound", { handle })}
          text={t("people.notFoundText")}
          action={directory}
        />
      ) : query.isError ? (
        <QueryError query={query} alone />
      ) : (
        <Skeleton posts={4} />
      )}
    </>
  );
}

function Profile({ person }: { person: Person }) {
  const { t } = useTranslation();
  const me = useMe();
  const actions = (
    <>
      {person.id === me.id && (
        <Link to="/settings" className={buttonClasses("quiet", "small")}>
          <Pencil size={14} aria-hidden />
          {t("people.edit")}
        </Link>
      )}
      <PersonMenu person={person} />
    </>
  );
  return (
    <>
      <PageHeader title={person.name} actions={actions} />
      <Feed
        stream={{ kind: "person", id: person.id }}
        top={<PersonHead person={person} />}
        empty={<Empty icon={MessagesSquare} title={t("people.noPosts", { name: person.name })} />}
      />
    </>
  );
}
