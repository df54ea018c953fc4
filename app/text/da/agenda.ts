export default {
  heading: "Dagsorden",
};
