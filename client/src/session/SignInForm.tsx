import { sessionsApi } from "@meridian/shared/sessions";
import { useState } from "react";
import { signedIn } from "../lib/access.ts";
import { call, type CallError } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/TextField.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { SignInRefusal } from "./SignInRefusal.tsx";
import { SuspensionAppeal } from "./SuspensionAppeal.tsx";

/** E-mail and password. */
export function SignInForm({ why }: { why: CallError | undefined }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => signedIn(await call(sessionsApi.signIn, { email: email.trim(), password })),
    () => ({
      ...(email.trim() === "" && { email: t("errors.required") }),
      ...(password === "" && { password: t("errors.required") }),
    }),
    (error): Record<string, string> =>
      error.code === "wrong_password" ? { password: t("signIn.wrong") } : {},
  );
  const entrance = (
    <form ref={form} onSubmit={onSubmit} noValidate aria-labelledby="sign-in" className="space-y-4">
      <h2 id="sign-in" className="text-xl font-bold">
        {t("signIn.title")}
      </h2>
      <SignInRefusal error={refused ?? why} />
      <TextField
        label={t("signIn.email")}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        error={errors["email"]}
      />
      <PasswordField
        label={t("signIn.password")}
        name="password"
        autoComplete="current-password"
        maxLength={128}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={errors["password"]}
      />
      <Button type="submit" variant="primary" busy={busy} className="w-full">
        {busy ? t("signIn.signingIn") : t("signIn.submit")}
      </Button>
      <p className="text-sm text-soft">{t("signIn.noAccount")}</p>
    </form>
  );
  if (refused?.code !== "suspended") return entrance;
  return (
    <div className="space-y-6">
      {entrance}
      <SuspensionAppeal key={email} credentials={{ email: email.trim(), password }} />
    </div>
  );
}
