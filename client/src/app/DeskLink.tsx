import { Scale } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { useCaseCounts } from "../moderation/queries.ts";
import { SidebarLink } from "./SidebarLink.tsx";

/** The way to the desk, for whoever may see it, with what nobody has taken yet. */
export function DeskLink() {
  const { t } = useTranslation();
  const counts = useCaseCounts();
  return (
    <SidebarLink to="/moderation" icon={<Scale size={16} aria-hidden />} unread={counts?.open ?? 0}>
      {t("moderation.title")}
    </SidebarLink>
  );
}
