export function ChatPage({ townKey }: { townKey: string }) {
  return <p>{townKey}</p>
}
