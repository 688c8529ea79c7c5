import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import { Section } from "./Section.tsx";
import { Sessions } from "./Sessions.tsx";

export function AccountSettings() {
  const { t } = useTranslation();
  const { email } = useMe();
  return (
    <>
      <Section title={t("settings.changePassword")} text={t("settings.emailIs", { email })}>
        <PasswordForm />
      </Section>
      <Section title={t("settings.sessions")}>
        <Sessions />
      </Section>
    </>
  );
}
