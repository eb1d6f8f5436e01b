// 复制：有剪贴板就复制，没有就选中，由人按 Ctrl+C。页面不靠它。
(function () {
  "use strict";
  document.querySelectorAll("[data-copies]").forEach(function (button) {
    var field = document.getElementById(button.getAttribute("data-copies"));
    var words = button.querySelector("span");
    if (!field || !words) { return; }
    button.hidden = false;
    function done() { words.textContent = button.getAttribute("data-done"); }
    function byHand() {
      field.focus();
      field.select();
      if (document.execCommand("copy")) { done(); }
    }
    button.addEventListener("click", function () {
      if (navigator.clipboard && window.isSecureContext) {
        navigator.clipboard.writeText(field.value).then(done, byHand);
      } else {
        byHand();
      }
    });
  });
})();
