import { limits } from "@meridian/shared/limits";
import { useTranslation } from "../lib/texts.ts";
import { PasswordField } from "../session/PasswordField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { suggestHandle } from "./names.ts";

/** What somebody says about themself before they come in. */
export interface Newcomer {
  name: string;
  handle: string;
  password: string;
}

interface NameFieldsProps {
  value: Newcomer;
  onChange: (value: Newcomer) => void;
  errors: Readonly<Record<string, string>>;
  /** Before each field's name in `errors`: "admin.". */
  path?: string;
}

/** Name, handle and password; the handle follows the name until it is written by hand. */
export function NameFields({ value, onChange, errors, path = "" }: NameFieldsProps) {
  const { t } = useTranslation();
  const rename = (name: string) => {
    const follows = value.handle === "" || value.handle === suggestHandle(value.name);
    onChange({ ...value, name, handle: follows ? suggestHandle(name) : value.handle });
  };
  return (
    <>
      <TextField
        label={t("invitation.name")}
        name="name"
        autoComplete="name"
        maxLength={80}
        value={value.name}
        onChange={(event) => rename(event.target.value)}
        error={errors[`${path}name`]}
      />
      <TextField
        label={t("invitation.handle")}
        hint={t("invitation.handleHint", { handle: value.handle || "…" })}
        name="handle"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={value.handle}
        onChange={(event) => onChange({ ...value, handle: event.target.value.toLowerCase() })}
        error={errors[`${path}handle`]}
      />
      <PasswordField
        label={t("invitation.password")}
        hint={t("invitation.passwordHint", { length: limits.passwordMin })}
        name="new-password"
        autoComplete="new-password"
        maxLength={limits.passwordMax}
        value={value.password}
        onChange={(event) => onChange({ ...value, password: event.target.value })}
        error={errors[`${path}password`]}
      />
    </>
  );
}
