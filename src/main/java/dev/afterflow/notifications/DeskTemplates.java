package dev.afterflow.notifications;

import dev.afterflow.notifications.Notifications.Form;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The texts an agent may choose instead of typing, with the words that are still theirs to fill. */
@Component
class DeskTemplates {

    private record Title(String template, String zh, String en) {
    }

    private static final List<Title> TITLES = List.of(
        new Title("deskLooking", "正在核实", "Looking into it"),
        new Title("deskPhotos", "请提供照片", "Please send pictures"),
        new Title("deskChoose", "请选择处理方式", "Please choose a remedy"),
        new Title("deskRefundWhen", "退款到账时间", "When the refund arrives"),
        new Title("deskReturnFreight", "退货运费说明", "Who pays the return"),
        new Title("deskLate", "物流延误致歉", "Sorry for the delay"),
        new Title("deskOutOfStock", "缺货，请选择", "Out of stock"),
        new Title("deskPerson", "转主管处理", "A supervisor takes over"),
        new Title("evidenceAsked", "请补充凭证", "Please add or change something"));
    private static final Map<String, List<String>> LABELS = Map.of("orderId", List.of("订单号", "Order"),
        "caseNumber", List.of("工单号", "Case"), "amount", List.of("金额", "Amount"), "until", List.of("答复时间", "Answer by"),
        "words", List.of("补充内容", "What is missing"), "goods", List.of("商品", "Goods"), "days", List.of("天数", "Days"));

    private final Templates templates;

    DeskTemplates(Templates templates) {
        this.templates = templates;
    }

    boolean has(String template) {
        return TITLES.stream().anyMatch(title -> title.template().equals(template));
    }

    List<Form> all(String shop, String language, Map<String, String> known) {
        return TITLES.stream().map(title -> form(shop, title, language, known)).toList();
    }

    private Form form(String shop, Title title, String language, Map<String, String> known) {
        Templates.Text text = templates.open(shop, title.template(), language, known).orElseThrow();
        List<Form.Word> words = templates.words(title.template(), language).stream().map(name -> {
            List<String> label = LABELS.getOrDefault(name, List.of(name, name));
            return new Form.Word(name, label.get(0), label.get(1), known.get(name));
        }).toList();
        return new Form(title.template(), title.zh(), title.en(), language, text.subject(), text.body(), words);
    }
}
