package dev.afterflow.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A small made-up twin of the Olist files: several items and payments an order, quotes and line breaks in the reviews. */
class OlistTwin {

    final int orders;
    int items;
    int payments;
    int reviews;
    private final String mark;
    private final StringBuilder order = new StringBuilder("order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\r\n");
    private final StringBuilder item = new StringBuilder("order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\r\n");
    private final StringBuilder payment = new StringBuilder("order_id,payment_sequential,payment_type,payment_installments,payment_value\r\n");
    private final StringBuilder customer = new StringBuilder("customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\r\n");
    private final StringBuilder review = new StringBuilder("review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\r\n");

    OlistTwin(int orders, String mark) {
        this.orders = orders;
        this.mark = mark;
        Random random = new Random(orders);
        for (int n = 0; n < orders; n++) {
            add(n, random);
        }
    }

    private void add(int n, Random random) {
        String id = mark + "-" + n;
        boolean here = n % 5 != 0;
        order.append(id).append(",c").append(n).append(here ? ",delivered" : ",unavailable").append(",2017-10-14 23:30:00,2017-10-15 00:10:00,")
                .append(here ? "2017-10-16 10:00:00,2017-10-20 10:00:00" : ",").append(",2017-11-01 00:00:00\r\n");
        customer.append("c").append(n).append(",u").append(n % 97).append(",0431").append(n % 10).append(",\"sao paulo, \"\"centro\"\"\",SP\r\n");
        for (int line = 1; line <= (here ? 1 + random.nextInt(3) : 0); line++, items++) {
            item.append(id).append(',').append(line).append(",p").append(random.nextInt(50)).append(",s1,2017-10-18 00:00:00,")
                    .append(random.nextInt(500)).append('.').append(random.nextInt(10)).append(",7.78\r\n");
        }
        for (int part = 1; part <= 1 + random.nextInt(2); part++, payments++) {
            payment.append(id).append(',').append(part).append(",voucher,1,").append(part == 2 ? "0.0" : "99.9").append("\r\n");
        }
        review.append("r").append(n / 2).append(',').append(id).append(",").append(1 + n % 5)
                .append(",\"título \"\"bom\"\"\",\"linha um\r\nlinha dois, com vírgula\",2017-10-21 00:00:00,2017-10-22 01:02:03\r\n");
        reviews++;
    }

    Map<String, byte[]> orderFiles() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("olist_orders_dataset.csv", bytes(order));
        files.put("olist_order_items_dataset.csv", bytes(item));
        files.put("olist_order_payments_dataset.csv", bytes(payment));
        files.put("olist_customers_dataset.csv", bytes(customer));
        return files;
    }

    Map<String, byte[]> reviewFiles() {
        return Map.of("olist_order_reviews_dataset.csv", bytes(review));
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
