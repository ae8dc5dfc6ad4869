import type { Channel } from '../world.ts'

/** Asks the callback URL to prove that it knows the verify token, as Meta does when the URL is saved. */
export async function shakeHands(channel: Channel, token = channel.verifyToken ?? '') {
  const challenge = '1158201444'
  const url = new URL(channel.webhookUrl)
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.challenge', challenge)
  url.searchParams.set('hub.verify_token', token)
  const response = await fetch(url, {
    headers: { 'user-agent': 'facebookplatform/1.0 (+http://developers.facebook.com)' },
  })
  const body = await response.text()
  return { status: response.status, body, isAccepted: response.status === 200 && body === challenge }
}
