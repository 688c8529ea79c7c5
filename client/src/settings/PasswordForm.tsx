import { limits } from "@meridian/shared/limits";
import { peopleApi } from "@meridian/shared/people";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Refusal } from "../ui/Refusal.tsx";
import { useSubmit } from "../lib/useSubmit.ts";
import { PasswordField } from "../session/PasswordField.tsx";
import { Button } from "../ui/Button.tsx";
import { toast } from "../ui/Toast.tsx";
import { sessionsQuery } from "./queries.ts";

/** A new password ends every other session. */
export function PasswordForm() {
  const { t } = useTranslation();
  const { email } = useMe();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      await call(peopleApi.setPassword, { current, next });
      setCurrent("");
      setNext("");
      toast({ title: t("settings.passwordChanged") });
      void queryClient.invalidateQueries(sessionsQuery);
    },
    () => ({
      ...(current === "" && { current: t("errors.required") }),
      ...(next.length < limits.passwordMin && {
        next: t("errors.tooShort", { count: limits.passwordMin }),
      }),
    }),
    (error): Record<string, string> =>
      error.code === "wrong_password" ? { current: t("errors.wrong_password") } : {},
  );
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="max-w-sm space-y-4">
      {/* so that a password manager knows whose password this is */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t("settings.currentPassword")}
        autoComplete="current-password"
        maxLength={limits.passwordMax}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        error={errors["current"]}
      />
      <PasswordField
        label={t("settings.newPassword")}
        hint={t("settings.passwordHint", { length: limits.passwordMin })}
        autoComplete="new-password"
        maxLength={limits.passwordMax}
        value={next}
        onChange={(event) => setNext(event.target.value)}
        error={errors["next"]}
      />
      <Refusal error={refused} />
      <Button type="submit" variant="primary" busy={busy}>
        {t("settings.changePassword")}
      </Button>
    </form>
  );
}
