import { peopleApi } from "@meridian/shared/people";
import { useState } from "react";
import { KeysHelp } from "../app/KeysHelp.tsx";
import { useMe } from "../lib/access.ts";
import { call } from "../lib/call.ts";
import { setKeysOn, useKeysOn } from "../lib/keys.ts";
import { currentLanguage, type Language, languages, setLanguage } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { setTheme, themes, useTheme } from "../lib/theme.ts";
import { showPerson } from "../people/commands.ts";
import { attempt } from "../lib/attempt.ts";
import { Button } from "../ui/Button.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { Switch } from "../ui/Switch.tsx";
import { toast } from "../ui/Toast.tsx";
import { Section } from "./Section.tsx";

/** What is chosen here holds at once, in this browser; the language is told to the server too. */
export function Appearance() {
  const { t } = useTranslation();
  const me = useMe();
  const theme = useTheme();
  const keys = useKeysOn();
  const [showing, setShowing] = useState(false);
  const speak = async (language: Language) => {
    try {
      await setLanguage(language);
    } catch {
      return toast({ title: t("toast.languageFailed"), kind: "error" });
    }
    // letters of Meridian will come in it
    await attempt(async () => showPerson(await call(peopleApi.edit, { id: me.id, language })));
  };
  return (
    <>
      <Section title={t("settings.appearance")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t("settings.theme")}
            choices={themes.map((one) => ({ value: one, label: t(`settings.themes.${one}`) }))}
            value={theme}
            onChange={setTheme}
          />
          <SelectField
            label={t("settings.language")}
            choices={(Object.entries(languages) as [Language, string][]).map(([value, label]) => ({
              value,
              label,
            }))}
            value={currentLanguage()}
            onChange={(language) => void speak(language)}
          />
        </div>
      </Section>
      <Section title={t("settings.keys")}>
        <Switch
          label={t("settings.keys")}
          text={t("settings.keysText")}
          checked={keys}
          onChange={setKeysOn}
        />
        <Button className="mt-3" onClick={() => setShowing(true)}>
          {t("settings.showKeys")}
        </Button>
        <KeysHelp open={showing} onOpenChange={setShowing} />
      </Section>
    </>
  );
}
