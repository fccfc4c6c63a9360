package dev.afterflow.journeys;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Files in the shape of the Olist data set: linked by keys, with quotes and line breaks inside cells, the last order in no known state. */
final class OlistFiles {

    static final int GOOD = 240;

    private final String mark;

    /** Orders and reviews of their own by this mark of up to eight signs. */
    OlistFiles(String mark) {
        this.mark = mark;
    }

    String order(int number) {
        return "0a11ce%8s%018d".formatted(mark, number).replace(' ', '0');
    }

    String bad() {
        return order(GOOD + 1);
    }

    FilePayload[] orders() {
        return new FilePayload[] {
            file("olist_orders_dataset.csv", "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,"
                    + "order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date", GOOD + 1,
                    n -> "%s,c%s,%s,2018-07-09 21:57:05,2018-07-09 22:10:13,2018-07-11 14:58:04,,2018-08-01 00:00:00"
                            .formatted(order(n), order(n), n > GOOD ? "vanished" : "shipped")),
            file("olist_order_items_dataset.csv", "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value",
                    GOOD + 1, n -> "%s,1,p%d,s1,2018-07-13 22:10:13,99.90,27.65".formatted(order(n), n % 9)),
            file("olist_order_payments_dataset.csv", "order_id,payment_sequential,payment_type,payment_installments,payment_value",
                    GOOD + 1, n -> "%s,1,credit_card,2,127.55".formatted(order(n))),
            file("olist_customers_dataset.csv", "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state",
                    GOOD + 1, n -> "c%s,u%s,01310,\"São Paulo,\nBela Vista\",SP".formatted(order(n), order(n)))};
    }

    FilePayload[] reviews() {
        return new FilePayload[] {
            file("olist_order_reviews_dataset.csv", "review_id,order_id,review_score,review_comment_title,review_comment_message,"
                    + "review_creation_date,review_answer_timestamp", 12,
                    n -> "r%s,%s,%d,\"Não chegou\",\"Comprei,\nnão chegou;\nele disse \"\"amanhã\"\"\",2018-08-15 00:00:00,2018-08-15 04:10:37"
                            .formatted(order(n), order(n), n % 5 + 1))};
    }

    private static FilePayload file(String name, String head, int rows, IntFunction<String> row) {
        String body = IntStream.rangeClosed(1, rows).mapToObj(row).reduce(new StringBuilder(head).append('\n'),
                (text, line) -> text.append(line).append('\n'), StringBuilder::append).toString();
        return new FilePayload(name, "text/csv", body.getBytes(StandardCharsets.UTF_8));
    }
}
