/** The shapes the server sends; one name here is one name in its contract. */
export type Money = { minor: number; currency: string };
export type Shop = { id: string; prefix: string; name: string; brand?: string; platform: string; timeZone: string; currency: string; jurisdiction?: string; language?: string };
export type Me = { id: number; login: string; name: string; roles: string[]; shops: Shop[]; teams: string[]; language: string; mode: 'demo' | 'production'; smallTeam: boolean; called: { name: string; titleZh: string; titleEn: string }[]; factor: 'NONE' | 'SET' | 'OBLIGED' };
export type DemoPerson = { login: string; name: string; password: string; role: string };

export type Person = { id: number; name: string };
export type WorkItem = {
  taskId: string; caseNumber: string; shop: string; task: string; titleZh: string; titleEn: string; process: string; team: string;
  assignee: Person | null; dueAt: string | null; priority: number; createdAt: string; revision: number; kind: string;
  orderId?: string | null; buyer?: string | null; amount?: Money | null; reason?: string | null; skill?: string | null; overdue: boolean; escalated: boolean;
  /** Set here when the live stream says that the work is over; the row stays in place until the list is read again. */
  over?: boolean;
  tags?: string[]; handed?: { by: string; reason: string; at: string } | null; snoozed?: { until: string; onAnswer: boolean } | null;
};
export type View = 'mine' | 'team' | 'due' | 'overdue' | 'all' | 'snoozed';
export type Sort = 'due' | 'priority' | 'created';
export type Counts = Partial<Record<View, { count: number; capped: boolean }>>;
export type Schema = { components: SchemaField[]; [key: string]: unknown };
export type SchemaField = {
  type: string; id?: string; key?: string; label?: string; description?: string; text?: string;
  properties?: Record<string, string>; values?: { label: string; value: string }[]; components?: SchemaField[]; [key: string]: unknown;
};
export type FormData = Record<string, unknown>;
export type TaskDetail = { item: WorkItem; form: { schema: Schema } | null; data: FormData; draft: FormData | null; mayClaim: boolean; mayComplete: boolean };
export type Completed = { done?: boolean; decision?: { id: string; commitsAt: string; undoSeconds: number } };

export type CaseLine = { lineId: string; quantity: number };
export type CaseHead = {
  number: string; shop: string; kind: string; state: 'OPEN' | 'WAITING_BUYER' | 'CLOSED'; orderId: string | null; buyerId?: string | null;
  askedRemedy?: string | null; reasonCode?: string | null; reasonText?: string | null; askedAmount?: Money | null; lines?: CaseLine[];
  goodsReceived?: boolean; priority: number; team?: string | null; process?: string | null; openedAt: string; closedAt?: string | null;
  outcome?: string | null; platformDeadline?: string | null; updatedAt?: string;
};
export type OrderItem = { lineId: string; productId?: string; sku?: string; title: string; quantity: number; paid: Money; freight?: Money };
export type OrderPayment = { paymentId: string; provider: string; method?: string; paid: Money; paidAt?: string };
export type Shipment = { shipmentId: string; carrier?: string; waybill?: string; shippedAt?: string | null; promisedAt?: string | null; deliveredAt?: string | null };
export type Buyer = { id?: string; name?: string | null; phone?: string | null; language?: string | null; province?: string; city?: string; address?: { country?: string; province?: string; city?: string; district?: string } };
export type Order = {
  shop?: string; orderId: string; state: string; currency: string; createdAt?: string; paidAt?: string; promisedShipAt?: string; promisedDeliveryAt?: string;
  freeShipping?: boolean; freight?: Money | null; buyer?: Buyer; items: OrderItem[]; payments?: OrderPayment[]; shipments?: Shipment[];
};
/** A product of an order that has a picture, and the lines it was bought in. */
export type Pictured = { productId: string; title: string | null; sha256: string; lines: string[] };
/** An order as the search finds it; the whole of it is read when it is chosen. */
export type FoundOrder = { shop: string; orderId: string; state: string; createdAt: string; buyerName: string | null; paid: Money; lines: number };
export type Remark = { id: number; flag: string; reason: string; text: string; by: string; byName: string; at: string };
export type EvidenceFile = { id: string; name: string; type: string; size: number; thumbnail?: boolean; by?: string; at?: string; /** by the camera's own clock, without a zone */ taken?: string | null };
export type Refund = { refundNo: string; seq: number; amount: Money; state: string; provider?: string; settledAt?: string | null };
export type CaseClock = { kind: string; state: 'RUNNING' | 'PAUSED' | 'KEPT' | 'BROKEN'; startedAt: string; dueAt: string | null; stoppedAt: string | null; reason?: string | null };
export type CaseFile = {
  case: CaseHead; order: Order | null; buyer: Buyer | null; tier: string | null; risk: string[]; otherCases: CaseHead[];
  remarks: Remark[]; evidence: EvidenceFile[]; refunds: Refund[]; clocks: CaseClock[];
  /** The marketplace stepped in; `forBuyer` is null until it decided. */
  platform?: { deadline: string | null; forBuyer: boolean | null; paid?: Money | null; words?: string | null } | null;
};
export type TimelineEntry = { id: number; at: string; kind: string; textZh: string; textEn: string; data?: Record<string, unknown> | null; by?: string | null; byName?: string | null };
export type Flow = { activity?: string | null; process: string; definitionId: string; xml: string; active: string[]; done: string[]; tree: Flow[] };
