package dev.afterflow.care;

import dev.afterflow.orders.Order;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The desk's side of handleChange. */
@Component
class HandleChangeDesk implements DeskWork {

    private static final Map<String, String[]> ADVICE = Map.of("apply", new String[] {"可以改", "It can be changed"},
            "ask", new String[] {"已打包，先问仓库能否拆改", "Packed: ask the warehouse first"}, "late", new String[] {"已发货，可请承运商拦截或改派", "Shipped: the carrier may stop or redirect it"},
            "lateAGREED", new String[] {"承运商已同意拦截，可以改或取消", "The carrier stops it: it can be changed or cancelled"},
            "lateDENIED", new String[] {"承运商拦不下，改不了", "The carrier cannot stop it: too late"},
            "lateSILENT", new String[] {"承运商一天没有答复，请催问或告知买家", "The carrier has not answered for a day: press it, or tell the buyer"},
            "cancel", new String[] {"未发货，应当同意取消", "Not shipped: it is to be cancelled"}, "person", new String[] {"请与买家核对后决定", "Check with the buyer"});

    private final Changes changes;
    private final Subjects subjects;

    HandleChangeDesk(Changes changes, Subjects subjects) {
        this.changes = changes;
        this.subjects = subjects;
    }

    @Override
    public String task() {
        return "handleChange";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        Subject of = subjects.of(caseNumber);
        Matter matter = of.matter();
        String[] advice = ADVICE.getOrDefault(matter.fact("advice"), new String[] {"", ""});
        return Map.of("order", of.order().orderId(), "what", Words.of(matter.fact("what")), "words", matter.fact("words"),
                "stage", Words.of(matter.fact("stage")), "advice", advice[Vocabulary.chinese() ? 0 : 1], "now", now(of.order()));
    }

    /** Masked, as people see buyers everywhere. */
    private static String now(Order order) {
        Order.Buyer buyer = order.buyer() == null ? null : order.buyer().masked();
        String consignee = buyer == null ? "" : Stream.of(buyer.name(), buyer.phone(), place(buyer.address())).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return consignee + "\n" + Words.goods(order);
    }

    private static String place(Order.Address address) {
        return address == null ? null : Stream.of(address.province(), address.city(), address.district()).filter(Objects::nonNull).collect(Collectors.joining());
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        String answer = Words.text(input, "changeAnswer");
        changes.handle(caseNumber, new Changes.Decided(answer, Words.text(input, "change"), Words.text(input, "reason")), who);
        return Map.of("changeAnswer", answer);
    }
}
