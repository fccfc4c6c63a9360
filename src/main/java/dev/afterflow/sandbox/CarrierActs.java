package dev.afterflow.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Plays what happens to a parcel on its way, and how a tracking service tells of it: once, twice, late, forged. */
@Component
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class CarrierActs {

    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("101", "已下单，等待揽收"), Map.entry("1", "【杭州】快件已揽收"), Map.entry("0", "【嘉兴转运中心】已发出"),
        Map.entry("1002", "快件已到达【上海转运中心】"), Map.entry("5", "【上海浦东】派送中"), Map.entry("501", "已放入丰巢快递柜"), Map.entry("301", "已签收，签收人：本人"),
        Map.entry("302", "派送异常后签收"), Map.entry("303", "已由门卫代签"), Map.entry("304", "已由快递柜签收"), Map.entry("2", "疑难件，正在核实"), Map.entry("201", "超时未签收"),
        Map.entry("203", "收件人拒收"), Map.entry("205", "驿站超时未取"), Map.entry("206", "无法联系收件人"), Map.entry("209", "外包装破损"), Map.entry("14", "收件人拒签"),
        Map.entry("6", "快件退回中"), Map.entry("4", "退回件已签收"), Map.entry("7", "已转其他快递派送"), Map.entry("10", "等待清关"), Map.entry("12", "清关完成"), Map.entry("13", "清关异常"));

    private final CarrierBooks books;
    private final CarrierNews news;
    private final AfterShipController aftership;
    private final JsonMapper json;
    private final Clock clock;
    private volatile String console;

    CarrierActs(CarrierBooks books, CarrierNews news, AfterShipController aftership, JsonMapper json, Clock clock) {
        this.books = books;
        this.news = news;
        this.aftership = aftership;
        this.json = json;
        this.clock = clock;
    }

    /** Where AfterShip's webhooks go, as set in its console. */
    void console(String url) {
        console = url;
    }

    /** Scans the parcel and tells of it; {@code how}: once, twice, late (an older push comes after it), forged, silent. */
    CarrierNews.Pushed scan(String waybill, String com, String code, String words, String how) {
        Instant now = clock.instant().minus(Duration.ofSeconds(1));
        books.scan(waybill, com, new CarrierBooks.Scan(now, words == null ? WORDS.getOrDefault(code, "快件更新") : words, code, "上海市"));
        return tell(waybill, how == null ? "once" : how, code.startsWith("3") ? "shutdown" : "polling");
    }

    /** Gives the parcel up after sixty days of silence, or because nobody ever saw it. */
    CarrierNews.Pushed abort(String waybill, String message) {
        CarrierBooks.Known known = books.find(waybill).orElseThrow();
        books.status(waybill, "abort");
        return news.push(known, "abort", message, 0);
    }

    private CarrierNews.Pushed tell(String waybill, String how, String status) {
        CarrierBooks.Known known = books.find(waybill).orElseThrow();
        if ("aftership".equals(known.callback())) {
            return how.equals("silent") ? new CarrierNews.Pushed(0, "silent") : webhook(known, how);
        }
        return switch (how) {
            case "twice" -> {
                news.push(known, status, "", 0);
                yield news.push(known, status, "", 0);
            }
            case "late" -> {
                news.push(known, status, "", 0);
                yield news.push(known, "polling", "", 1);
            }
            case "forged" -> news.forged(known);
            case "silent" -> new CarrierNews.Pushed(0, "silent");
            default -> news.push(known, status, "", 0);
        };
    }

    private CarrierNews.Pushed webhook(CarrierBooks.Known known, String how) {
        if (console == null) {
            return new CarrierNews.Pushed(0, "no webhook is set in the console");
        }
        String body = json.writeValueAsString(Map.of("ts", clock.instant().getEpochSecond(), "event", "tracking_update", "event_id",
            UUID.randomUUID().toString().toLowerCase(Locale.ROOT), "is_tracking_first_tag", true, "msg", aftership.tracking(known)));
        String seal = CarrierSeal.hmac(how.equals("forged") ? "not-the-secret" : "aftership-demo-secret", body);
        CarrierNews.Pushed pushed = news.post(console, "application/json", body, "aftership-hmac-sha256", seal);
        return how.equals("twice") ? news.post(console, "application/json", body, "aftership-hmac-sha256", seal) : pushed;
    }
}
