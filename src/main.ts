import './main.css'
import { boot } from '@/app/boot'

void boot()
