import { Compass } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { buttonClasses } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Link } from "../ui/Link.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";

export function NotFound() {
  const { t } = useTranslation();
  const home = (
    <Link to="/" className={buttonClasses("primary")}>
      {t("app.home")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("app.notFound")} />
      <Empty icon={Compass} title={t("app.notFound")} text={t("app.notFoundText")} action={home} />
    </>
  );
}
