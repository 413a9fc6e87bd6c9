import { notFound } from "~/platform/errors";

export function loader() {
  throw notFound();
}

export const action = loader;

export default function NotFoundPage() {
  return null;
}
