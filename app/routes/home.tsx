import { useTranslation } from "~/i18n/context";

export default function HomePage() {
  return <h1>{useTranslation()("site.name")}</h1>;
}
