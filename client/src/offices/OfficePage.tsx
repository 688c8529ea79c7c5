import type { Office } from "@meridian/shared/offices";
import { canRunCompany } from "@meridian/shared/people";
import { useQuery } from "@tanstack/react-query";
import { Compass, MapPin, MessagesSquare, Pencil } from "lucide-react";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { useParams } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { Feed } from "../posts/Feed.tsx";
import { buttonClasses } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Link } from "../ui/Link.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { OfficeDialog } from "./OfficeDialog.tsx";
import { OfficeHead } from "./OfficeHead.tsx";
import { officesQuery } from "./queries.ts";

/** One office: what time it is there, who is at work, and what its people post. */
export function OfficePage() {
  const { t } = useTranslation();
  const slug = useParams()["slug"];
  const query = useQuery(officesQuery);
  const office = query.data?.offices.find((one) => one.slug === slug);
  if (office) return <Posts key={office.id} office={office} />;
  if (query.isPending) return <Skeleton posts={5} />;
  if (query.isError) {
    return <QueryError query={query} alone />;
  }
  const home = (
    <Link to="/" className={buttonClasses("primary")}>
      {t("app.home")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("offices.title")} />
      <Empty icon={Compass} title={t("app.notFound")} text={t("app.notFoundText")} action={home} />
    </>
  );
}

function Posts({ office }: { office: Office }) {
  const { t } = useTranslation();
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const edit = (
    <IconButton
      label={t("offices.edit")}
      icon={<Pencil size={17} aria-hidden />}
      onClick={() => setEditing(true)}
      side="bottom"
    />
  );
  return (
    <>
      <PageHeader
        title={office.city}
        icon={<MapPin size={20} aria-hidden />}
        actions={canRunCompany(me) && edit}
      />
      <Feed
        stream={{ kind: "office", id: office.id }}
        top={<OfficeHead office={office} />}
        empty={<Empty icon={MessagesSquare} title={t("streams.officeEmpty", { city: office.city })} />}
      />
      {editing && <OfficeDialog open onOpenChange={setEditing} office={office} />}
    </>
  );
}
