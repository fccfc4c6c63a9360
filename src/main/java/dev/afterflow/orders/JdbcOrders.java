package dev.afterflow.orders;

import dev.afterflow.intake.Letter;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders in PostgreSQL: a batch of checked documents goes in with seven statements, an order comes out with one. */
@Repository
class JdbcOrders {

    private final JdbcClient sql;
    private final JsonMapper json;

    JdbcOrders(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Stores those that are newer than what is there and answers their ids. */
    List<String> record(List<Letter> letters) {
        String shop = letters.get(0).shop();
        String told = written(letters);
        buyers(shop, told);
        List<String> newer = headers(shop, told);
        if (!newer.isEmpty()) {
            String[] ids = newer.toArray(String[]::new);
            run(DROP_LINES, shop, told, ids);
            run(ITEMS, shop, told, ids);
            run(PAYMENTS, shop, told, ids);
            run(SHIPMENTS, shop, told, ids);
            run(SCANNED, shop, told, ids);
        }
        return newer;
    }

    /** The documents as one JSON list, each with the version that intake knows it by. */
    private String written(List<Letter> letters) {
        ArrayNode list = json.createArrayNode();
        for (Letter letter : letters) {
            ObjectNode order = ((ObjectNode) letter.body()).deepCopy();
            list.add(order.put("version", letter.version()).put("rank", letter.rank()));
        }
        return list.toString();
    }

    Optional<String> ofPayment(String shop, String provider, String paymentId) {
        return sql.sql("""
                select order_id from orders.payment
                 where shop_id = :shop and provider = :provider and payment_id = :payment order by order_id limit 1""")
                .param("shop", shop).param("provider", provider).param("payment", paymentId).query(String.class).optional();
    }

    Optional<String> shopOfPayment(String provider, String paymentId) {
        return sql.sql("select shop_id from orders.payment where provider = :provider and payment_id = :payment order by shop_id limit 1")
                .param("provider", provider).param("payment", paymentId).query(String.class).optional();
    }

    private void buyers(String shop, String told) {
        sql.sql("""
                insert into orders.buyer as old (shop_id, buyer_id, name, phone, email, language, country, province, city,
                                                 district, street, postcode)
                select distinct on (buyer ->> 'id') :shop, buyer ->> 'id', nullif(buyer ->> 'name', ''),
                       nullif(buyer ->> 'phone', ''), nullif(buyer ->> 'email', ''), nullif(buyer ->> 'language', ''),
                       buyer #>> '{address,country}', buyer #>> '{address,province}', buyer #>> '{address,city}',
                       buyer #>> '{address,district}', buyer #>> '{address,street}', buyer #>> '{address,postcode}'
                  from jsonb_to_recordset(cast(:told as jsonb)) as told(buyer jsonb, "createdAt" timestamptz)
                 order by buyer ->> 'id', "createdAt" desc
                on conflict (shop_id, buyer_id) do update
                  set name = coalesce(excluded.name, old.name), phone = coalesce(excluded.phone, old.phone),
                      email = coalesce(excluded.email, old.email), language = coalesce(excluded.language, old.language),
                      country = coalesce(excluded.country, old.country), province = coalesce(excluded.province, old.province),
                      city = coalesce(excluded.city, old.city), district = coalesce(excluded.district, old.district),
                      street = coalesce(excluded.street, old.street), postcode = coalesce(excluded.postcode, old.postcode),
                      updated_at = now()
                """).param("shop", shop).param("told", told).update();
    }

    private List<String> headers(String shop, String told) {
        return sql.sql("""
                insert into orders.shop_order as old (shop_id, order_id, version, rank, state, currency, created_at, paid_at,
                       promised_ship_at, promised_delivery_at, free_shipping, freight_minor, free_from_minor, freight_waived_minor, buyer_id)
                select :shop, "orderId", version, rank, state, currency, "createdAt", "paidAt",
                       "promisedShipAt", "promisedDeliveryAt", coalesce("freeShipping", false),
                       coalesce((freight ->> 'minor')::bigint, 0), ("freeFreight" #>> '{from,minor}')::bigint,
                       ("freeFreight" #>> '{waived,minor}')::bigint, buyer ->> 'id'
                  from jsonb_to_recordset(cast(:told as jsonb)) as told("orderId" text, version text, rank text, state text,
                       currency text, "createdAt" timestamptz, "paidAt" timestamptz, "promisedShipAt" timestamptz,
                       "promisedDeliveryAt" timestamptz, "freeShipping" boolean, freight jsonb,
                       "freeFreight" jsonb, buyer jsonb)
                 order by "orderId"
                on conflict (shop_id, order_id) do update
                  set version = excluded.version, rank = excluded.rank, state = excluded.state,
                      currency = excluded.currency, created_at = excluded.created_at, paid_at = excluded.paid_at,
                      promised_ship_at = excluded.promised_ship_at, promised_delivery_at = excluded.promised_delivery_at,
                      free_shipping = excluded.free_shipping, freight_minor = excluded.freight_minor,
                      free_from_minor = excluded.free_from_minor, freight_waived_minor = excluded.freight_waived_minor,
                      buyer_id = excluded.buyer_id, recorded_at = now()
                  where old.rank is null or excluded.rank is null or old.rank < excluded.rank
                returning order_id
                """).param("shop", shop).param("told", told).query(String.class).list();
    }

    private void run(String statement, String shop, String told, String[] ids) {
        sql.sql(statement).param("shop", shop).param("told", told).param("ids", ids).update();
    }

    /** Lines, payments and parcels the new version does not have any more. */
    private static final String DROP_LINES = """
            with told as (
              select "orderId" as order_id, items, payments, shipments
                from jsonb_to_recordset(cast(:told as jsonb)) as t("orderId" text, items jsonb, payments jsonb, shipments jsonb)
               where "orderId" = any (:ids)),
            items as (
              delete from orders.item i using told where i.shop_id = :shop and i.order_id = told.order_id
                 and jsonb_typeof(told.items) = 'array'
                 and not told.items @> jsonb_build_array(jsonb_build_object('lineId', i.line_id))),
            payments as (
              delete from orders.payment p using told where p.shop_id = :shop and p.order_id = told.order_id
                 and jsonb_typeof(told.payments) = 'array'
                 and not told.payments @> jsonb_build_array(jsonb_build_object('paymentId', p.payment_id)))
            delete from orders.shipment s using told where s.shop_id = :shop and s.order_id = told.order_id
               and jsonb_typeof(told.shipments) = 'array'
               and not told.shipments @> jsonb_build_array(jsonb_build_object('shipmentId', s.shipment_id))
            """;

    private static final String ITEMS = """
            insert into orders.item (shop_id, order_id, line_id, position, product_id, sku, title, quantity, paid_minor,
                                     freight_minor, promised_ship_at, opened)
            select :shop, told."orderId", line_id, position, product_id, sku, title, quantity,
                   (paid ->> 'minor')::bigint, coalesce((freight ->> 'minor')::bigint, 0), promised_ship_at, opened
              from jsonb_to_recordset(cast(:told as jsonb)) as told("orderId" text, items jsonb),
                   rows from (jsonb_to_recordset(case jsonb_typeof(told.items) when 'array' then told.items else '[]' end)
                     as ("lineId" text, "productId" text, sku text, title text, quantity int, paid jsonb, freight jsonb,
                         "promisedShipAt" timestamptz, opened boolean)) with ordinality
                     as item(line_id, product_id, sku, title, quantity, paid, freight, promised_ship_at, opened, position)
             where told."orderId" = any (:ids)
            on conflict (shop_id, order_id, line_id) do update
              set position = excluded.position, product_id = excluded.product_id, sku = excluded.sku, title = excluded.title,
                  quantity = excluded.quantity, paid_minor = excluded.paid_minor, freight_minor = excluded.freight_minor,
                  promised_ship_at = excluded.promised_ship_at, opened = excluded.opened
            """;

    private static final String PAYMENTS = """
            insert into orders.payment (shop_id, order_id, payment_id, position, provider, method, paid_minor, paid_at)
            select :shop, told."orderId", payment_id, position, provider, method, (paid ->> 'minor')::bigint, paid_at
              from jsonb_to_recordset(cast(:told as jsonb)) as told("orderId" text, payments jsonb),
                   rows from (jsonb_to_recordset(
                       case jsonb_typeof(told.payments) when 'array' then told.payments else '[]' end)
                     as ("paymentId" text, provider text, method text, paid jsonb, "paidAt" timestamptz)) with ordinality
                     as payment(payment_id, provider, method, paid, paid_at, position)
             where told."orderId" = any (:ids)
            on conflict (shop_id, order_id, payment_id) do update
              set position = excluded.position, provider = excluded.provider, method = excluded.method,
                  paid_minor = excluded.paid_minor, paid_at = excluded.paid_at
            """;

    /** A delivery known from a scan stays known when the marketplace does not tell it. */
    private static final String SHIPMENTS = """
            insert into orders.shipment as old (shop_id, order_id, shipment_id, position, carrier, waybill, shipped_at,
                                                promised_at, delivered_at, lines)
            select :shop, told."orderId", shipment_id, position, carrier, nullif(waybill, ''), shipped_at, promised_at,
                   delivered_at, coalesce(lines, '[]')
              from jsonb_to_recordset(cast(:told as jsonb)) as told("orderId" text, shipments jsonb),
                   rows from (jsonb_to_recordset(
                       case jsonb_typeof(told.shipments) when 'array' then told.shipments else '[]' end)
                     as ("shipmentId" text, carrier text, waybill text, "shippedAt" timestamptz, "promisedAt" timestamptz,
                         "deliveredAt" timestamptz, lines jsonb)) with ordinality
                     as shipment(shipment_id, carrier, waybill, shipped_at, promised_at, delivered_at, lines, position)
             where told."orderId" = any (:ids)
            on conflict (shop_id, order_id, shipment_id) do update
              set position = excluded.position, carrier = excluded.carrier, waybill = excluded.waybill,
                  shipped_at = coalesce(excluded.shipped_at, old.shipped_at), promised_at = excluded.promised_at,
                  delivered_at = coalesce(excluded.delivered_at, old.delivered_at), lines = excluded.lines
            """;

    /** A scan may come before the order that has its waybill. */
    private static final String SCANNED = """
            update orders.shipment s
               set shipped_at = coalesce(s.shipped_at, seen.shipped_at),
                   delivered_at = coalesce(s.delivered_at, seen.delivered_at)
              from (select waybill, min(scanned_at) filter (where code = 'PICKED_UP') as shipped_at,
                           min(scanned_at) filter (where code = 'DELIVERED') as delivered_at
                      from orders.scan
                     where shop_id = :shop
                       and waybill in (select parcel ->> 'waybill'
                                         from jsonb_to_recordset(cast(:told as jsonb)) as told(shipments jsonb),
                                              jsonb_array_elements(case jsonb_typeof(told.shipments)
                                                when 'array' then told.shipments else '[]' end) as parcel)
                     group by waybill) seen
             where s.shop_id = :shop and s.order_id = any (:ids) and s.waybill = seen.waybill
               and (s.shipped_at is null or s.delivered_at is null)
            """;

    /** The whole order in one statement. */
    Optional<Order> find(String shop, String orderId) {
        return sql.sql(FIND).param("shop", shop).param("id", orderId).query(String.class).optional()
                .map(text -> json.readValue(text, Order.class));
    }

    private static final String FIND = """
            select jsonb_build_object('shop', o.shop_id, 'orderId', o.order_id, 'version', o.version, 'state', o.state,
              'currency', o.currency, 'createdAt', o.created_at, 'paidAt', o.paid_at,
              'promisedShipAt', o.promised_ship_at, 'promisedDeliveryAt', o.promised_delivery_at,
              'freeShipping', o.free_shipping, 'freight', orders.money(o.freight_minor, o.currency),
              'freeFreight', case when o.free_from_minor is not null then jsonb_build_object(
                'from', orders.money(o.free_from_minor, o.currency), 'waived', orders.money(o.freight_waived_minor, o.currency)) end,
              'buyer', (select jsonb_build_object('id', b.buyer_id, 'name', b.name, 'phone', b.phone, 'email', b.email,
                  'language', b.language, 'address', jsonb_build_object('country', b.country, 'province', b.province,
                    'city', b.city, 'district', b.district, 'street', b.street, 'postcode', b.postcode))
                  from orders.buyer b where b.shop_id = o.shop_id and b.buyer_id = o.buyer_id),
              'items', coalesce((select jsonb_agg(jsonb_build_object('lineId', i.line_id, 'productId', i.product_id,
                  'sku', i.sku, 'title', i.title, 'quantity', i.quantity, 'paid', orders.money(i.paid_minor, o.currency),
                  'freight', orders.money(i.freight_minor, o.currency), 'promisedShipAt', i.promised_ship_at, 'opened', i.opened)
                  order by i.position) from orders.item i where i.shop_id = o.shop_id and i.order_id = o.order_id), '[]'),
              'payments', coalesce((select jsonb_agg(jsonb_build_object('paymentId', p.payment_id, 'provider', p.provider,
                  'method', p.method, 'paid', orders.money(p.paid_minor, o.currency), 'paidAt', p.paid_at)
                  order by p.position) from orders.payment p where p.shop_id = o.shop_id and p.order_id = o.order_id), '[]'),
              'shipments', coalesce((select jsonb_agg(jsonb_build_object('shipmentId', s.shipment_id, 'carrier', s.carrier,
                  'waybill', s.waybill, 'shippedAt', s.shipped_at, 'promisedAt', s.promised_at,
                  'deliveredAt', s.delivered_at, 'lines', s.lines)
                  order by s.position) from orders.shipment s where s.shop_id = o.shop_id and s.order_id = o.order_id), '[]'))
              from orders.shop_order o where o.shop_id = :shop and o.order_id = :id
            """;
}
