import { canInvite } from "@meridian/shared/people";
import { useState } from "react";
import { Invitations } from "../invitations/Invitations.tsx";
import { InviteForm } from "../invitations/InviteForm.tsx";
import { InviteTable } from "../invitations/InviteTable.tsx";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { Section } from "../settings/Section.tsx";
import { Kept } from "../ui/Kept.tsx";
import { Tabs } from "../ui/Tabs.tsx";

/** Invite one person or many, and see who has not come yet. */
export function InvitationsSection() {
  const { t } = useTranslation();
  const me = useMe();
  const [way, setWay] = useState<"one" | "many">("one");
  return (
    <>
      {canInvite(me) && (
        <Section title={t("invitation.invite")}>
          <Tabs
            label={t("invitation.invite")}
            tabs={(["one", "many"] as const).map((one) => ({
              value: one,
              label: t(`administration.${one}`),
            }))}
            value={way}
            onChange={setWay}
          >
            <div className="max-w-2xl pt-4">
              {/* links are shown once */}
              <Kept shown={way === "one"}>
                <InviteForm />
              </Kept>
              <Kept shown={way === "many"}>
                <InviteTable />
              </Kept>
            </div>
          </Tabs>
        </Section>
      )}
      <Invitations />
    </>
  );
}
