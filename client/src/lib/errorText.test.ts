import { expect, it } from "vitest";
import { CallError } from "./callError.ts";
import { errorText } from "./errorText.ts";
import { t } from "./texts.ts";

// without a language every text is its path
it("a failure of ours names the number by which the log knows it; a refusal doesn't", () => {
  const failure = (code: CallError["code"]) => new CallError(code, "", {}, undefined, undefined, "4f2a");
  expect(errorText(t, failure("internal"))).toBe("errors.internal errors.request");
  expect(errorText(t, failure("forbidden"))).toBe("errors.forbidden");
  expect(errorText(t, new CallError("offline", ""))).toBe("errors.offline");
  expect(errorText(t, new Error("a fault of the page"))).toBe("errors.internal");
});
