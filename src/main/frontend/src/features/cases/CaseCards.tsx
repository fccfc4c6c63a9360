import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { readGoods } from '../../api/goods.ts';
import { readRemedies } from '../../api/remedies.ts';
import type { CaseHead } from '../../api/types.ts';
import { may } from '../../app/may.ts';
import { useMe } from '../../app/session.tsx';
import { ReplacementCard, ReturnCard } from './GoodsCards.tsx';
import { LiabilityCard, OptionsCard } from './RemedyCards.tsx';

const WorkshopCards = lazy(() => import('../repairs/WorkshopCards.tsx'));
const workshops = ['REPAIR', 'SHORT', 'WRONG_ITEM'];
const ReviewCard = lazy(() => import('../reviews/ReviewCard.tsx'));
const DisputeCard = lazy(() => import('../disputes/DisputeCard.tsx'));
const ParcelCard = lazy(() => import('../complaints/ParcelCard.tsx'));
const PlatformCard = lazy(() => import('../platforms/CasePlatformCard.tsx'));
const markets = ['taobao', 'tmall', 'shopify'];

/** What the case has become beyond its order: who answers for it, which ways out there are, which goods move. */
export function CaseCards({ head }: { head: CaseHead }) {
  const { number, shop } = head;
  const me = useMe();
  const staff = may(me, 'staff');
  const atMarket = may(me, 'platformRequests') && markets.includes(me.shops.find((each) => each.id === shop)?.platform ?? '');
  const remedies = useQuery({ queryKey: ['case', number, 'remedies'], queryFn: () => readRemedies(number), enabled: staff }).data;
  const moved = useQuery({ queryKey: ['case', number, 'goods'], queryFn: () => readGoods(number), enabled: staff }).data;
  return (
    <>
      {staff && workshops.includes(head.kind) && <Suspense fallback={null}><WorkshopCards head={head} /></Suspense>}
      {staff && head.kind === 'LOGISTICS' && <Suspense fallback={null}><ParcelCard head={head} /></Suspense>}
      {staff && head.kind === 'REVIEW' && <Suspense fallback={null}><ReviewCard head={head} /></Suspense>}
      {staff && head.kind === 'DISPUTE' && <Suspense fallback={null}><DisputeCard head={head} /></Suspense>}
      {atMarket && <Suspense fallback={null}><PlatformCard head={head} /></Suspense>}
      {remedies?.liability && <LiabilityCard liability={remedies.liability} recourse={remedies.recourse} shop={shop} />}
      {remedies && <OptionsCard remedies={remedies} head={head} />}
      {moved?.goods && <ReturnCard goods={moved.goods} shop={shop} />}
      {moved?.replacement && <ReplacementCard replacement={moved.replacement} shop={shop} />}
    </>
  );
}
