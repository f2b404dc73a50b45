/** The mark: a coin going into the slot of a money box. */
export function Logo({ size = 36 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="10" fill="#1c6459" />
      <circle cx="20" cy="14.5" r="8.5" fill="#e88a5f" />
      <circle cx="20" cy="14.5" r="5.4" fill="none" stroke="#b95c33" strokeWidth="1.4" />
      <path
        d="M7 21.5a3 3 0 0 1 3-3h20a3 3 0 0 1 3 3V29a5 5 0 0 1-5 5H12a5 5 0 0 1-5-5z"
        fill="#f7efe4"
      />
      <rect x="10.5" y="17.3" width="19" height="2.6" rx="1.3" fill="#0d4039" />
    </svg>
  );
}
