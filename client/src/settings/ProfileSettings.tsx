import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { Link } from "../ui/Link.tsx";
import { AvatarField } from "./AvatarField.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import { Section } from "./Section.tsx";

export function ProfileSettings() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <Section title={t("people.avatar")}>
        <AvatarField />
      </Section>
      <Section title={t("settings.profile")}>
        <ProfileForm />
        <p className="mt-4 text-sm">
          <Link to={`/people/${me.handle}`} className="text-accent underline underline-offset-2">
            {t("settings.seeProfile")}
          </Link>
        </p>
      </Section>
    </>
  );
}
