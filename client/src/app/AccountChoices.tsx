import { Keyboard, LogOut, Settings, Users } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { signOut } from "../session/signOut.ts";
import { Link } from "../ui/Link.tsx";
import { MenuChoice, MenuLine } from "../ui/MenuChoice.tsx";

/** What one's own name in the sidebar opens. */
export function AccountChoices({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <MenuChoice link={<Link to={`/people/${me.handle}`} />} icon={<Users size={16} aria-hidden />}>
        {t("people.profile")}
      </MenuChoice>
      <MenuChoice link={<Link to="/settings" />} icon={<Settings size={16} aria-hidden />}>
        {t("settings.title")}
      </MenuChoice>
      <MenuChoice onPress={onKeys} icon={<Keyboard size={16} aria-hidden />}>
        {t("app.keys")}
      </MenuChoice>
      <MenuLine />
      <MenuChoice onPress={() => void signOut()} icon={<LogOut size={16} aria-hidden />}>
        {t("signIn.signOut")}
      </MenuChoice>
    </>
  );
}
