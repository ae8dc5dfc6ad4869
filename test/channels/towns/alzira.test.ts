import { describeTown } from '../replay-town.ts'

describeTown('alzira')
