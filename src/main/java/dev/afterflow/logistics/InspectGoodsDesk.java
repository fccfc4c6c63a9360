package dev.afterflow.logistics;

import dev.afterflow.logistics.GoodsReturn.Inspection;
import dev.afterflow.money.Money;
import dev.afterflow.orders.Product;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Who;
import dev.afterflow.tasks.DeskWork;
import dev.afterflow.words.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The desk's side of inspectGoods: the inspector says what is there, never what it is worth to the buyer. */
@Component
class InspectGoodsDesk implements DeskWork {

    private static final Set<String> HARMLESS = Set.of(Findings.NOTHING, "OPENED", "TRIED");
    private static final Map<String, String[]> STANDARD = Map.of(
            "SEALED", new String[] {"拆外包装查看不影响完好；看一次性封口是否破坏", "Opening the outer wrapping does not matter; look at the one-time seal"},
            "ELECTRONICS", new String[] {"合理调试不影响完好；看是否激活、绑定、改动，核对序列号", "Reasonable trying does not matter; look for activation, binding, alteration, and check the serial"},
            "WORN", new String[] {"试穿试用不影响完好；看吊牌和污损", "Trying on does not matter; look at tags and for soiling"},
            "OTHER", new String[] {"拆开查看、合理调试不影响完好；看配件和使用痕迹", "Opening and reasonable trying do not matter; look for accessories and marks of use"});

    private final TakingIn takingIn;

    InspectGoodsDesk(TakingIn takingIn) {
        this.takingIn = takingIn;
    }

    @Override
    public String task() {
        return "inspectGoods";
    }

    @Override
    public Map<String, Object> prefill(String caseNumber) {
        GoodsReturn known = takingIn.find(caseNumber);
        String group = takingIn.group(known);
        List<String> serials = serials(known);
        Map<String, Object> form = new HashMap<>();
        form.put("returnNo", known.returnNo());
        form.put("goods", known.lines().stream().map(line -> "%s ×%d/%d %s".formatted(line.title() == null ? line.sku() : line.title(),
                line.counted() == null ? 0 : line.counted(), line.quantity(), line.grade() == null ? "" : line.grade()).strip())
                .reduce((one, other) -> one + "\n" + other).orElse(""));
        form.put("standard", STANDARD.get(group)[Vocabulary.chinese() ? 0 : 1]);
        form.put("countNote", known.count().note());
        form.put("knownSerials", serials.isEmpty() ? null : String.join("、", serials));
        form.put("options", Findings.offered(group));
        return form;
    }

    private List<String> serials(GoodsReturn known) {
        return takingIn.products(known).stream().map(Product::serials).filter(all -> all != null).flatMap(List::stream).toList();
    }

    @Override
    public Map<String, Object> file(String caseNumber, Map<String, Object> input, Who who) {
        GoodsReturn known = takingIn.find(caseNumber);
        List<String> findings = new ArrayList<>(Rows.texts(input, "findings"));
        List<String> pictures = Rows.texts(input, "evidence");
        String serial = Rows.text(input, "serial");
        check(findings, pictures, Rows.text(input, "words"));
        if (foreign(serials(known), serial) && !findings.contains(Findings.WRONG)) {
            findings.add(Findings.WRONG);
        }
        Inspection found = new Inspection(findings, serial, Rows.text(input, "words"), findings.contains(Findings.WRONG) ? "wrongGoods" : null,
                null, null, worth(known, Rows.text(input, "missingWorth")), who.login());
        takingIn.inspected(known.inspected(found), pictures, who);
        return Map.of();
    }

    private static void check(List<String> findings, List<String> pictures, String words) {
        if (findings.contains(Findings.NOTHING) && findings.size() > 1) {
            throw Problem.invalid("findings", "contradicts", "“完好”不能与其他发现同时选", "Nothing unusual cannot stand beside a finding");
        }
        if (findings.contains("OTHER") && words == null) {
            throw Problem.invalid("words", "required", "请写明发现了什么", "Say what you found");
        }
        if (!HARMLESS.containsAll(findings) && pictures.isEmpty()) {
            throw Problem.invalid("evidence", "required", "请拍照留证：没有照片的发现不能作为依据", "Take a picture: a finding without one is no ground");
        }
    }

    /** A serial nobody of ours sold; who sold serials must read one. */
    private static boolean foreign(List<String> sold, String read) {
        if (!sold.isEmpty() && read == null) {
            throw Problem.invalid("serial", "required", "请扫描或填写序列号", "Scan or write the serial number");
        }
        return !sold.isEmpty() && sold.stream().noneMatch(serial -> SentParcel.waybill(serial).equals(SentParcel.waybill(read)));
    }

    private static Money worth(GoodsReturn known, String written) {
        return written == null ? null : Money.parse(written, known.currency());
    }
}
