import { useTranslation } from "~/i18n/context";

import { Icon } from "./icons";

/** What the last page left to say: a key of the dictionary. One that is unknown says nothing. */
export function Flash({ message }: { message: string | null | undefined }) {
  const t = useTranslation() as unknown as (key: string, options: { defaultValue: string }) => unknown;
  const words = message ? t(message, { defaultValue: "" }) : "";

  return (
    <div role="status">
      {typeof words === "string" && words !== "" && (
        <div className="flash" tabIndex={-1} data-focus>
          <Icon name="success" />
          <p>{words}</p>
        </div>
      )}
    </div>
  );
}
