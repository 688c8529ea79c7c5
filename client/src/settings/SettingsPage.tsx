import { useSearchParams } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Kept } from "../ui/Kept.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { AccountSettings } from "./AccountSettings.tsx";
import { Appearance } from "./Appearance.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";

const tabs = ["profile", "appearance", "account"] as const;
type Tab = (typeof tabs)[number];

/** Who I am, how Meridian looks to me, how I get in. The open tab stands in the address. */
export function SettingsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const tab = tabs.find((one) => one === params.get("tab")) ?? "profile";
  const choose = (next: Tab) =>
    setParams(next === "profile" ? {} : { tab: next }, { replace: true, preventScrollReset: true });
  return (
    <>
      <PageHeader title={t("settings.title")} section={t(`settings.${tab}`)} />
      <Tabs
        label={t("settings.title")}
        tabs={tabs.map((one) => ({ value: one, label: t(`settings.${one}`) }))}
        value={tab}
        onChange={choose}
      >
        <Kept shown={tab === "profile"}>
          <ProfileSettings />
        </Kept>
        <Kept shown={tab === "appearance"}>
          <Appearance />
        </Kept>
        <Kept shown={tab === "account"}>
          <AccountSettings />
        </Kept>
      </Tabs>
    </>
  );
}
