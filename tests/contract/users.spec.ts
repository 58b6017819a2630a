import { USERS_CASES } from './users.cases'
import { playAll } from './play'

playAll(USERS_CASES)
