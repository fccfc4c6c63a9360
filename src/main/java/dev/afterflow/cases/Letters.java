package dev.afterflow.cases;

import dev.afterflow.notifications.Message;
import dev.afterflow.notifications.Notifications;
import dev.afterflow.notifications.Said;
import dev.afterflow.notifications.Verdict;
import dev.afterflow.orders.Order;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people write to the buyer of a case; the guard of {@code notifications} has the last word. */
@Component
@Transactional
class Letters {

    private static final int LONGEST = 1000;

    private final Cases cases;
    private final Orders orders;
    private final Shops shops;
    private final Notifications notifications;
    private final Timeline timeline;
    private final LiveNews news;

    Letters(Cases cases, Orders orders, Shops shops, Notifications notifications, Timeline timeline, LiveNews news) {
        this.cases = cases;
        this.orders = orders;
        this.shops = shops;
        this.notifications = notifications;
        this.timeline = timeline;
        this.news = news;
    }

    /**
     * What somebody wants to write.
     *
     * @param language null for the buyer's own
     * @param reviewId the review it is about, or null
     * @param offers a refund, coupon or gift goes with it
     * @param marketing it is commercial
     */
    record Draft(String text, String language, String reviewId, Boolean offers, Boolean marketing) {

        void check() {
            if (text == null || text.isBlank()) {
                throw Problem.invalid("text", "required", "请填写消息内容", "Write something");
            }
            lengths();
        }

        void lengths() {
            if (text.codePointCount(0, text.length()) > LONGEST || text.indexOf('\0') >= 0) {
                throw Problem.invalid("text", "tooLong", "最多 " + LONGEST + " 字", "At most " + LONGEST + " characters");
            }
            if (language != null && !language.matches("zh-CN|en")) {
                throw Problem.invalid("language", "oneOf", "语言为 zh-CN 或 en", "The language is zh-CN or en");
            }
            if (reviewId != null && (reviewId.isBlank() || reviewId.length() > 100 || reviewId.indexOf('\0') >= 0)) {
                throw Problem.invalid("reviewId", "length", "评价编号为 1 到 100 个字符", "A review id has 1 to 100 characters");
            }
        }
    }

    @Transactional(readOnly = true)
    List<Said> of(String number, Who who) {
        return notifications.of(cases.find(number).number(), who);
    }

    Verdict preview(String number, Draft draft) {
        Case of = cases.find(number);
        draft.lengths();
        return notifications.preview(message(of, draft, "preview"));
    }

    Said write(String number, Draft draft, String key, Who who) {
        Case of = cases.find(number);
        draft.check();
        if (key.length() < 8 || key.length() > 100) {
            throw Problem.malformed("Idempotency-Key", "length", "幂等键为 8 到 100 个字符", "A key has 8 to 100 characters");
        }
        if (of.orderId() == null) {
            throw Problem.conflict("cases.noOrder", "案件没有关联订单，无法联系买家", "The case has no order, so no buyer can be reached");
        }
        Said said = notifications.say(message(of, draft, key), who);
        boolean goes = said.state().equals("NEW");
        timeline.add(number, "MESSAGE", goes ? "客服留言" : "客服留言被守卫拦下", goes ? "Customer service wrote" : "The guard kept a message back",
                goes ? Map.of("words", draft.text(), "message", said.id()) : Map.of("message", said.id(), "state", said.state()));
        news.changed(of.shop(), number, "message");
        return said;
    }

    void wish(String number, Notifications.Topic topic, Boolean allowed) {
        Case of = cases.find(number);
        if (topic == null || allowed == null || of.buyerId() == null) {
            throw Problem.invalid(topic == null ? "topic" : "allowed", "required", "请填写主题和意愿，且案件须有买家",
                    "Give topic and wish; the case needs a buyer");
        }
        notifications.wish(of.shop(), of.buyerId(), topic, allowed);
    }

    private Message message(Case of, Draft draft, String key) {
        Optional<Order.Buyer> buyer = of.orderId() == null ? Optional.empty()
                : orders.find(of.shop(), of.orderId()).map(Order::buyer);
        String language = draft.language() != null ? draft.language()
                : buyer.map(Order.Buyer::language).orElseGet(() -> shops.find(of.shop()).orElseThrow().language());
        String order = of.orderId() == null ? "" : of.orderId();
        String phone = buyer.map(Order.Buyer::phone).orElse(null);
        return new Message(of.shop(), of.number(), Message.TYPED, language,
                new Message.Recipient(buyer.map(Order.Buyer::id).orElse("order:" + order), order, buyer.map(Order.Buyer::email).orElse(null)),
                Map.of("text", draft.text()), key, new Message.About(draft.reviewId(), Boolean.TRUE.equals(draft.offers()),
                        Boolean.TRUE.equals(draft.marketing()),
                        phone == null ? Set.of() : Set.of(phone)));
    }
}
