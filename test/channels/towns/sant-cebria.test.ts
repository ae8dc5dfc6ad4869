import { describeTown } from '../replay-town.ts'

describeTown('sant-cebria')
