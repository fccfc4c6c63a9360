package dev.afterflow.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Files that people of the demo bring in, one of them with mistakes, and a carrier's letter and transfer for a claim that nobody here knows. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class MailRoom {

    private static final String COUNTED = "11月盘点表";
    private static final String REVIEWS = "Avaliações de novembro";
    private static final int FIRST_REVIEWED = 2_101;
    private static final List<Integer> SCORES = List.of(5, 4, 5, 7, 5, 3, 5, 0, 4, 5, 2, 5);

    private final Staff staff;
    private final HouseDoor house;

    MailRoom(Staff staff, HouseDoor house) {
        this.staff = staff;
        this.house = house;
    }

    /** Twice is like once: a file of this name was brought, a letter of this number is known. */
    void open(Instant opening) {
        if (!staff.get("manager", "/api/imports").body().path("items").toString().contains(COUNTED)) {
            staff.upload("manager", "/api/imports", counts(), "盘点表.csv", counted(opening));
            staff.upload("manager", "/api/imports", reviews(), "olist_order_reviews.csv", reviewed(opening));
        }
        house.deliver(Storefront.MIDO.shop, "answers", List.of(Map.of("answerId", "REPLY-OLD-SYSTEM-1", "number", "LP2026-0415-07", "verdict", "AGREED",
                "amount", Storefront.MIDO.money(6_800), "text", "您好，旧系统提交的理赔已核定，同意赔付68.00元", "at", opening.minus(Duration.ofDays(2)).toString())));
        house.deliver(Storefront.MIDO.shop, "settlements", List.of(Map.of("carrier", "zto", "lineId", "ZTO-202611-0088", "amount", Storefront.MIDO.money(6_800),
                "words", "旧系统理赔 LP2026-0415-07", "paidAt", opening.minus(Duration.ofDays(1)).toString())));
    }

    private static Map<String, Object> counts() {
        return Map.of("name", COUNTED, "shop", Storefront.LANTING.shop, "kind", "stock", "mapping", Map.of("main", "stock",
                "files", Map.of("stock", Map.of("file", "*")), "dates", List.of("yyyy-MM-dd HH:mm"),
                "fields", Map.of("sku", Map.of("column", "货号"), "available", Map.of("column", "可售", "as", "integer"), "at", Map.of("column", "盘点时间", "as", "instant"))));
    }

    /** The shelf as it is, an hour later. */
    private static byte[] counted(Instant opening) {
        return Storefront.LANTING.goods.stream().map(goods -> goods.count(opening.plus(Duration.ofHours(1))))
                .map(count -> count.get("sku") + "," + count.get("available") + "," + count.get("at")).collect(Collectors.joining("\n", "货号,可售,盘点时间\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> reviews() {
        return Map.of("name", REVIEWS, "shop", Storefront.VERDE.shop, "preset", "olist-reviews");
    }

    /** Of twelve reviews two have scores that no marketplace gives: the import refuses them and says why. */
    private static byte[] reviewed(Instant opening) {
        ManyOrders orders = new ManyOrders(Storefront.VERDE, opening);
        return IntStream.range(0, SCORES.size()).mapToObj(each -> "%d,%s,%d,,%s,%s,".formatted(9_000 + each, orders.id(FIRST_REVIEWED + each), SCORES.get(each),
                        List.of("Chegou antes do prazo", "Gostei e recomendo", "Produto bom").get(each % 3), "2026-11-%02d 10:00:00".formatted(10 + each)))
                .collect(Collectors.joining("\n", "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
