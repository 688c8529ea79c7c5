import { canRunCompany } from "@meridian/shared/people";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMe } from "../lib/access.ts";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { AccountSettings } from "./AccountSettings.tsx";
import { Appearance } from "./Appearance.tsx";
import { CompanySettings } from "./CompanySettings.tsx";
import { ProfileSettings } from "./ProfileSettings.tsx";

const tabs = ["profile", "appearance", "account", "company"] as const;
type Tab = (typeof tabs)[number];

/** Who I am, how Meridian looks to me, how I get in; for admins, the company. The open tab stands in the address. */
export function SettingsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const mine = tabs.filter((tab) => tab !== "company" || canRunCompany(me));
  const tab = mine.find((one) => one === params.get("tab")) ?? "profile";
  const choose = (next: Tab) =>
    setParams(next === "profile" ? {} : { tab: next }, { replace: true, preventScrollReset: true });
  return (
    <>
      <PageHeader title={t("settings.title")} />
      <Tabs
        label={t("settings.title")}
        tabs={mine.map((one) => ({ value: one, label: t(`settings.${one}`) }))}
        value={tab}
        onChange={choose}
      >
        {tab === "profile" && <ProfileSettings />}
        {tab === "appearance" && <Appearance />}
        {tab === "account" && <AccountSettings />}
        {tab === "company" && <CompanySettings />}
      </Tabs>
    </>
  );
}
