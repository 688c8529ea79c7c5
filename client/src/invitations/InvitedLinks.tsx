import type { InvitedLine } from "@meridian/shared/invitations";
import { Copy, Download } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { copyText } from "../ui/copyText.ts";
import { saveFile } from "../lib/saveFile.ts";
import { linksAsCsv } from "./table.ts";

/** The links of those who were invited just now: shown this once. */
export function InvitedLinks({ invited, wrongLeft }: { invited: InvitedLine[]; wrongLeft: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="mt-4 rounded-lg border border-line bg-brass-wash p-3">
      <h3 className="text-sm font-semibold">{t("administration.invitedCount", { count: invited.length })}</h3>
      <p className="mt-0.5 text-sm text-soft">
        {t("administration.linksText")} {wrongLeft && t("administration.wrongStay")}
      </p>
      <Button
        className="mt-3"
        icon={<Download size={16} aria-hidden />}
        onClick={() => saveFile("meridian-invitations.csv", linksAsCsv(invited))}
      >
        {t("administration.download")}
      </Button>
      <ul className="mt-2 max-h-60 overflow-y-auto">
        {invited.map(({ email, name, link }) => (
          <li key={email} className="flex min-h-9 items-center gap-2 text-sm">
            <span className="min-w-0 flex-1 truncate">
              <span className="font-semibold">{name}</span> {email}
            </span>
            <IconButton
              label={`${t("app.copyLink")}: ${email}`}
              icon={<Copy size={15} aria-hidden />}
              size="small"
              side="left"
              onClick={() => void copyText(link, t("invitation.copied"))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
