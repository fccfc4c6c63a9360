package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.intake.Fields;
import dev.afterflow.orders.Orders;
import dev.afterflow.security.Problem.Fault;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** A case opened by a person at the desk, checked like a marketplace's request; the same key never opens two. */
@Component
class ByHand {

    private static final String KEY = "[A-Za-z0-9_-]{8,100}";

    private final RequestFields reader;
    private final Cases cases;
    private final Orders orders;
    private final Shops shops;

    ByHand(RequestFields reader, Cases cases, Orders orders, Shops shops) {
        this.reader = reader;
        this.cases = cases;
        this.orders = orders;
        this.shops = shops;
    }

    @Transactional
    Case open(JsonNode body, String key, Who who) {
        if (key == null || !key.matches(KEY)) {
            throw Problem.malformed("Idempotency-Key", "pattern", "请求头 Idempotency-Key 须为 8 到 100 个字母、数字、-、_",
                    "The header Idempotency-Key has 8 to 100 letters, digits, - or _");
        }
        if (!body.isObject()) {
            throw Problem.malformed("", "object", "请发送一个 JSON 对象", "Send a JSON object");
        }
        Fields fields = Fields.of(body);
        Shop shop = shop(fields, who);
        NewCase asked = reader.read(fields, shop, new RequestFields.Teller("hand:" + who.login(), key, hash(body)), false);
        demandOrder(fields, asked);
        List<Fault> faults = fields.faults().stream()
                .map(each -> new Fault(each.field(), each.rule(), each.remedyZh(), each.remedyEn())).toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return cases.open(asked);
    }

    private Shop shop(Fields fields, Who who) {
        String id = fields.text("shop", 40);
        if (id == null) {
            throw Problem.invalid("shop", "required", "请选择店铺", "Choose the shop");
        }
        return shops.find(id).filter(shop -> who.shops().contains(shop.id())).orElseThrow(() -> Problem.notFound("shop"));
    }

    /** Only a question may be about no order; an order that is named must be known. */
    private void demandOrder(Fields fields, NewCase asked) {
        if (asked == null) {
            return;
        }
        if (asked.orderId() == null && !asked.kind().matter().equals("question")) {
            fields.fault("orderId", "required", "请填写订单号", "Give the order");
        } else if (asked.orderId() != null && orders.find(asked.shop(), asked.orderId()).isEmpty()) {
            fields.fault("orderId", "orders.unknownOrder", "本店没有这个订单", "The shop has no such order");
        }
    }

    private static String hash(JsonNode body) {
        return DigestUtils.sha256Hex(body.toString());
    }
}
