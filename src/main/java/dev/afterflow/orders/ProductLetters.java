package dev.afterflow.orders;

import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Shop;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes products. */
@Component
class ProductLetters implements Recipient {

    private final JdbcProducts store;

    ProductLetters(JdbcProducts store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "products";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields product = Fields.of(row);
        product.text("productId", 64);
        product.optionalText("version", 64);
        product.text("title", 500);
        product.optionalText("category", 200);
        Product.Kind kind = product.optionalOneOf("class", Product.Kind.class);
        Boolean excluded = product.optionalFlag("noReasonExcluded");
        product.optionalInstant("exclusionConfirmedAt");
        product.optionalText("exclusionProof", 2000);
        if (Boolean.TRUE.equals(excluded)) {
            exclusion(product, kind);
        }
        Long warranty = product.optionalWhole("warrantyDays", 0, 36_500);
        Product.WarrantyFrom from = product.optionalOneOf("warrantyFrom", Product.WarrantyFrom.class);
        if (warranty != null && warranty > 0 && from == null && !product.has("warrantyFrom")) {
            product.fault("warrantyFrom", "required", "请说明保修从何时起算:DELIVERY 或 INSTALLATION",
                    "Say what the warranty counts from: DELIVERY or INSTALLATION");
        }
        product.texts("serials", 1000, 100);
        product.optionalText("supplier", 200);
        product.optionalFlag("durable");
        product.optionalWhole("promiseDays", 0, 3650);
        product.optionalWhole("weightGrams", 1, 10_000_000);
        return product.faults();
    }

    /** Consumer Protection Law, article 25: only some goods, and beyond the named ones only with the buyer's confirmation. */
    private static void exclusion(Fields product, Product.Kind kind) {
        if (kind == null || kind == Product.Kind.STANDARD) {
            product.fault("noReasonExcluded", "class", "普通商品不能排除七天无理由退货,请填写适用的 class 或改为 false",
                    "Standard goods cannot be excluded from returns without reason: give the class that can, or say false");
        }
        if (!product.has("exclusionConfirmedAt") || !product.has("exclusionProof")) {
            product.fault("exclusionProof", "required", "排除七天无理由须有买家确认的时间和凭证",
                    "An exclusion needs when the buyer confirmed it and the proof of it");
        }
    }

    @Override
    public void accept(List<Letter> letters) {
        store.record(letters);
    }
}
