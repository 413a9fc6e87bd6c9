const shapes = {
  search: <path d="m21 21-4.6-4.6M18 10.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z" />,
  info: <path d="M12 11v5M12 7.6v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z" />,
  warning: <path d="M12 9.5v4M12 16.9v.1M10.3 4 2.6 17.5A2 2 0 0 0 4.3 20.5h15.4a2 2 0 0 0 1.7-3L13.7 4a2 2 0 0 0-3.4 0Z" />,
  danger: <path d="M12 7.5v5.5M12 16.3v.1M8 3h8l5 5v8l-5 5H8l-5-5V8Z" />,
  success: <path d="m8 12.3 2.8 2.8L16.2 9.4M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z" />,
  arrow: <path d="M4 12h16m-6-6 6 6-6 6" />,
  bell: <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15ZM10 21h4" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  person: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-3.7 3.6-6 7.5-6s6.9 2.3 7.5 6" />,
  print: <path d="M7 9V3h10v6M7 18H4v-7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7h-3M7 14.5h10V21H7Z" />,
  pencil: <path d="m4 20 1-4.5L16.5 4a2.1 2.1 0 0 1 3 3L8.5 19ZM14.5 6l3.5 3.5" />,
  clock: <path d="M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z" />,
  language: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 0c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18ZM3.5 9.5h17M3.5 14.5h17" />,
} as const;

export type IconName = keyof typeof shapes;

/** A small sign beside words that say the same; screen readers pass over it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  );
}
