package dev.afterflow.repairs;

import dev.afterflow.money.Money;
import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.orders.Order;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the buyer how their matter stands, in their own language; each thing once. */
@Component("repairLetter")
class Letter {

    private static final DateTimeFormatter UNTIL_ZH = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter UNTIL_EN = DateTimeFormatter.ofPattern("d MMMM HH:mm (zzz)", Locale.ENGLISH);

    private final Notifications notifications;

    Letter(Notifications notifications) {
        this.notifications = notifications;
    }

    static boolean chinese(Matter about) {
        return about.language().startsWith("zh");
    }

    static String until(Matter about, Instant until) {
        return (chinese(about) ? UNTIL_ZH : UNTIL_EN).format(until.atZone(ZoneId.of(about.shop().timeZone())));
    }

    static String amount(Matter about, Money amount) {
        return amount.display(Locale.forLanguageTag(about.language()));
    }

    /** @param key names the state it speaks of */
    void tell(Matter about, String template, Map<String, String> words, String key) {
        Map<String, String> all = new HashMap<>(words);
        all.put("orderId", about.order().orderId());
        all.put("caseNumber", about.asked().number());
        Order.Buyer buyer = about.order().buyer();
        String orderId = about.order().orderId();
        notifications.tell(new Message(about.shop().id(), about.asked().number(), template, about.language(),
                new Message.Recipient(buyer == null ? "order:" + orderId : buyer.id(), orderId, buyer == null ? null : buyer.email(), buyer == null ? null : buyer.phone()), all, key));
    }
}
